"use strict";

const { HttpMethod } = require("@dapr/dapr");
const { caller, outcome, run, server } = require("./harness");

const start = async () => {
  const app = server();
  for (const method of [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH]) {
    await app.invoker.listen("orders", async ({ body, query, headers }) => ({ method, query, body: JSON.parse(body ?? "null"), caller: headers["dapr-caller-app-id"] }), { method });
  }
  await app.start();
  return app;
};

run({
  verbs: async () => {
    await start();
    const { invoker } = caller();
    const answers = [];
    for (const method of [HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH]) answers.push(await invoker.invoke("js", "orders", method, { n: 1 }));
    return answers;
  },

  getWithQuery: async () => {
    await start();
    const { method, query, caller: by } = await caller().invoker.invoke("js", "orders?full=yes", HttpMethod.GET);
    return { method, query, by };
  },

  self: async () => {
    const app = await start();
    const { method, caller: by } = await app.client.invoker.invoke("js", "orders", HttpMethod.POST, { n: 1 });
    return { method, by: by ?? null };
  },

  refusals: async () => {
    await start();
    const { invoker } = caller();
    return [await outcome(() => invoker.invoke("nobody", "orders", HttpMethod.POST, {})), await outcome(() => invoker.invoke("js", "absent", HttpMethod.POST, {}))];
  },
});
