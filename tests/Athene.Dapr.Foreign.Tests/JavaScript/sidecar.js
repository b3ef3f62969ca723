"use strict";

const { client, run } = require("./harness");

const dapr = client();

run({
  secret: async () => await dapr.secret.get("secretstore", "FOREIGN_SECRET"),

  secrets: async () => {
    const all = await dapr.secret.getBulk("secretstore");
    return [all.FOREIGN_SECRET, "DAPR_API_TOKEN" in all];
  },

  metadata: async () => {
    await dapr.metadata.set("team", "blue");
    const { id, extended, components } = await dapr.metadata.get();
    return { id, team: extended.team, store: components.find(({ name }) => name === "statestore") };
  },

  health: async () => await dapr.health.isHealthy(),

  shutdown: async () => {
    await dapr.sidecar.shutdown();
    return "asked";
  },
});
