"use strict";

const { StateConcurrencyEnum } = require("@dapr/dapr");
const { client, outcome, run, until } = require("./harness");

const store = "statestore";
const { state } = client();

const etagOf = async (key) => (await state.getBulk(store, [key]))[0].etag;

run({
  saveAndGet: async () => {
    await state.save(store, [
      { key: "object", value: { n: 1, nested: { ok: true } } },
      { key: "text", value: "plain" },
    ]);
    return [await state.get(store, "object"), await state.get(store, "text"), await state.get(store, "absent")];
  },

  getBulk: async () => {
    await state.save(store, [
      { key: "a", value: { n: 1 } },
      { key: "b", value: { n: 2 } },
    ]);
    const items = await state.getBulk(store, ["b", "absent", "a"]);
    return items.map(({ key, data, etag }) => [key, data || null, Boolean(etag)]);
  },

  delete: async () => {
    await state.save(store, [{ key: "gone", value: { n: 1 } }]);
    await state.delete(store, "gone");
    return await state.get(store, "gone");
  },

  etags: async () => {
    await state.save(store, [{ key: "k", value: { n: 1 } }]);
    const first = await etagOf("k");
    const won = await outcome(() => state.save(store, [{ key: "k", value: { n: 2 }, etag: first }]));
    const lost = await outcome(() => state.save(store, [{ key: "k", value: { n: 3 }, etag: first }]));
    const notDeleted = await outcome(() => state.delete(store, "k", { etag: first }));
    const value = await state.get(store, "k");
    const deleted = await outcome(async () => state.delete(store, "k", { etag: await etagOf("k") }));
    return { won, lost, notDeleted, value, deleted };
  },

  firstWrite: async () => {
    const write = (n) => state.save(store, [{ key: "k", value: { n }, options: { concurrency: StateConcurrencyEnum.CONCURRENCY_FIRST_WRITE } }]);
    const outcomes = [await outcome(() => write(1)), await outcome(() => write(2))];
    return { outcomes, value: await state.get(store, "k") };
  },

  transaction: async () => {
    await state.save(store, [{ key: "old", value: "1" }]);
    await state.transaction(store, [
      { operation: "upsert", request: { key: "new", value: "2" } },
      { operation: "delete", request: { key: "old" } },
    ]);
    const lost = await outcome(() =>
      state.transaction(store, [
        { operation: "upsert", request: { key: "half", value: "3" } },
        { operation: "upsert", request: { key: "new", value: "4", etag: "another" } },
      ]),
    );
    return { values: [await state.get(store, "new"), await state.get(store, "old"), await state.get(store, "half")].map(String), lost };
  },

  timeToLive: async () => {
    await state.save(store, [{ key: "brief", value: { n: 1 }, metadata: { ttlInSeconds: "1" } }]);
    const before = await state.get(store, "brief");
    await until(async () => (await state.get(store, "brief")) === "");
    return before;
  },

  refusals: async () => [
    await outcome(() => state.save("nowhere", [{ key: "k", value: { n: 1 } }])),
    await outcome(() => state.save(store, [{ key: "a||b", value: { n: 1 } }])),
    await outcome(() => state.query(store, { filter: {} })),
  ],
});
