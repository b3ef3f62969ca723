"use strict";

const { AbstractActor, ActorId, ActorProxyBuilder, Temporal } = require("@dapr/dapr");
const { caller, outcome, run, server, until } = require("./harness");

const soon = Temporal.Duration.from({ milliseconds: 100 });

/** What actors were reminded of, in this process. */
const fired = [];

class Counter extends AbstractActor {
  async increment(by) {
    const count = Number(await this.getStateManager().getOrAddState("count", 0)) + by;
    await this.getStateManager().setState("count", count);
    return count;
  }

  async forget() {
    await this.getStateManager().removeState("count");
  }

  /** Reads, waits and writes: two of these at once would lose a step. */
  async slowIncrement() {
    const count = Number(await this.getStateManager().getOrAddState("slow", 0));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await this.getStateManager().setState("slow", count + 1);
    return count + 1;
  }

  async fail() {
    throw new Error("as told");
  }

  async remind() {
    await this.registerActorReminder("alarm", soon, soon);
  }

  async stopReminding() {
    await this.unregisterActorReminder("alarm");
  }

  async receiveReminder() {
    fired.push("reminder");
  }

  async startTimer() {
    await this.registerActorTimer("tick", "onTick", soon, soon);
  }

  async stopTimer() {
    await this.unregisterActorTimer("tick");
  }

  async onTick() {
    fired.push("timer");
  }
}

/** Starts the app that hosts the actors, and gives a way to them through the sidecar of another app. */
const host = async () => {
  const app = server();
  await app.actor.registerActor(Counter);
  await app.actor.init();
  await app.start();
  const builder = new ActorProxyBuilder(Counter, caller());
  const actor = (id) => builder.build(new ActorId(id));
  // The sidecar knows the app's actors once it has asked it.
  await until(async () => (await outcome(() => actor("first").increment(0))) === "done");
  return actor;
};

run({
  stateIsKept: async () => {
    const actor = await host();
    const counts = [await actor("a").increment(1), await actor("a").increment(2), await actor("b").increment(5)];
    await actor("a").forget();
    return { counts, afterwards: await actor("a").increment(1) };
  },

  turns: async () => {
    const actor = await host();
    const answers = await Promise.all(Array.from({ length: 5 }, () => actor("one").slowIncrement()));
    return answers.sort();
  },

  failure: async () => {
    const actor = await host();
    return [(await outcome(() => actor("a").fail())) === "done", (await outcome(() => actor("a").increment(1))) === "done"];
  },

  reminder: async () => {
    const actor = await host();
    await actor("a").remind();
    await until(() => fired.length >= 2);
    await actor("a").stopReminding();
    return fired.slice(0, 2);
  },

  timer: async () => {
    const actor = await host();
    await actor("a").startTimer();
    await until(() => fired.length >= 2);
    await actor("a").stopTimer();
    return fired.slice(0, 2);
  },
});
