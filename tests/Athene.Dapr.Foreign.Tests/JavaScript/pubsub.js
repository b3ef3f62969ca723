"use strict";

const { DaprPubSubStatusEnum } = require("@dapr/dapr");
const { inAnyOrder, outcome, run, server, until } = require("./harness");

const pubsub = "pubsub";

/** Starts an app that subscribes as told, publishes, and waits for that many deliveries. */
const exchange = async (subscribe, publish, count) => {
  const app = server();
  const received = [];
  await subscribe(app.pubsub, received);
  await app.start();
  await publish(app.client.pubsub);
  await until(() => received.length >= count);
  return received;
};

run({
  contentTypes: async () =>
    inAnyOrder(
      await exchange(
        (app, received) => app.subscribe(pubsub, "orders", async (data) => void received.push(data)),
        async (client) => {
          await client.publish(pubsub, "orders", { n: 1 });
          await client.publish(pubsub, "orders", "text");
          await client.publish(pubsub, "orders", { specversion: "1.0", id: "1", source: "elsewhere", type: "t", data: { n: 2 } });
        },
        3,
      ),
    ),

  raw: () =>
    exchange(
      (app, received) => app.subscribeWithOptions(pubsub, "raw", { metadata: { rawPayload: true }, callback: async (data) => void received.push(data) }),
      (client) => client.publish(pubsub, "raw", { n: 1 }, { metadata: { rawPayload: "true" } }),
      1,
    ),

  retry: () =>
    exchange(
      (app, received) =>
        app.subscribe(pubsub, "retried", async (data) => {
          received.push(data);
          return received.length < 3 ? DaprPubSubStatusEnum.RETRY : DaprPubSubStatusEnum.SUCCESS;
        }),
      (client) => client.publish(pubsub, "retried", { n: 1 }),
      3,
    ),

  deadLetter: () =>
    exchange(
      async (app, received) => {
        await app.subscribeWithOptions(pubsub, "poisoned", {
          deadLetterTopic: "poison",
          callback: async (data) => {
            received.push(["poisoned", data]);
            return DaprPubSubStatusEnum.DROP;
          },
        });
        await app.subscribe(pubsub, "poison", async (data) => void received.push(["poison", data]));
      },
      (client) => client.publish(pubsub, "poisoned", { n: 1 }),
      2,
    ),

  bulkPublish: async () => {
    let answer;
    const received = await exchange(
      (app, received) => app.subscribe(pubsub, "many", async (data) => void received.push(data)),
      async (client) => {
        answer = await client.publishBulk(pubsub, "many", [{ n: 1 }, { entryID: "mine", event: { n: 2 }, contentType: "application/json" }, "text"]);
      },
      3,
    );
    return { failed: answer.failedMessages.map(({ error }) => error.message), received: inAnyOrder(received) };
  },

  bulkSubscribe: async () => {
    const received = await exchange(
      (app, received) => app.subscribeBulk(pubsub, "batches", async (data) => void received.push(data), { maxMessagesCount: 10, maxAwaitDurationMs: 50 }),
      (client) => client.publishBulk(pubsub, "batches", [{ n: 1 }, { n: 2 }, { n: 3 }]),
      3,
    );
    return inAnyOrder(received);
  },

  routes: async () =>
    inAnyOrder(
      await exchange(
        async (app, received) => {
          const record = (name) => async (data) => void received.push([name, data]);
          await app.subscribeWithOptions(pubsub, "routed", { route: { rules: [{ match: `event.type == "big"`, path: "big" }], default: "other" } });
          app.subscribeToRoute(pubsub, "routed", "big", record("big"));
          app.subscribeToRoute(pubsub, "routed", "other", record("other"));
        },
        async (client) => {
          await client.publish(pubsub, "routed", { n: 1 }, { metadata: { "cloudevent.type": "big" } });
          await client.publish(pubsub, "routed", { n: 2 });
        },
        2,
      ),
    ),

  unknownComponent: async () => {
    const app = server();
    await app.start();
    return await outcome(() => app.client.pubsub.publish("nowhere", "orders", { n: 1 }));
  },
});
