"use strict";

const { DaprWorkflowClient, WorkflowRuntime, WorkflowRuntimeStatus } = require("@dapr/dapr");
const { run, until, workflowOptions } = require("./harness");

const client = new DaprWorkflowClient(workflowOptions);
const soon = (context, milliseconds) => new Date(context.getCurrentUtcDateTime().getTime() + milliseconds);

/** Activities fail as often as their input says, and then answer; this counts how often. */
const failures = new Map();
const activities = {
  double: async (_, n) => n * 2,
  flaky: async (_, times) => {
    const soFar = failures.get(times) ?? 0;
    failures.set(times, soFar + 1);
    if (soFar < times) throw new Error(`failure ${soFar + 1}`);
    return soFar;
  },
};

const workflows = {
  chain: async function* (context, n) {
    const once = yield context.callActivity("double", n);
    return yield context.callActivity("double", once);
  },
  fanOut: async function* (context, count) {
    const results = yield context.whenAll(Array.from({ length: count }, (_, n) => context.callActivity("double", n)));
    return results.reduce((sum, n) => sum + n, 0);
  },
  timer: async function* (context) {
    const before = context.getCurrentUtcDateTime().getTime();
    yield context.createTimer(soon(context, 300));
    return context.getCurrentUtcDateTime().getTime() - before >= 300;
  },
  event: async function* (context) {
    const approval = yield context.waitForExternalEvent("approval");
    return { approval };
  },
  eventOrTimeout: async function* (context) {
    const event = context.waitForExternalEvent("never");
    const timeout = context.createTimer(soon(context, 100));
    return (yield context.whenAny([event, timeout])) === timeout ? "timed out" : "event";
  },
  parent: async function* (context, n) {
    return yield context.callChildWorkflow("chain", n, `${context.getWorkflowInstanceId()}-child`);
  },
  retry: async function* (context, times) {
    for (let attempt = 1; ; attempt++) {
      try {
        return [attempt, yield context.callActivity("flaky", times)];
      } catch {
        yield context.createTimer(soon(context, 10));
      }
    }
  },
  failing: async function* (context) {
    yield context.callActivity("flaky", 1000);
  },
  countDown: async function* (context, n) {
    if (n === 1) return "lift-off";
    context.continueAsNew(n - 1, false);
  },
  status: async function* (context) {
    context.setCustomStatus("half way");
    yield context.waitForExternalEvent("go");
    return "done";
  },
};

/** A worker that knows all workflows and activities. */
const startWorker = async () => {
  const runtime = new WorkflowRuntime(workflowOptions);
  for (const [name, workflow] of Object.entries(workflows)) runtime.registerWorkflowWithName(name, workflow);
  for (const [name, activity] of Object.entries(activities)) runtime.registerActivityWithName(name, activity);
  await runtime.start();
  return runtime;
};

/** Runs a story while a worker is there; the end of the process is its end. */
const withWorker = async (story) => story(await startWorker());

const shown = (state) => ({
  status: WorkflowRuntimeStatus[state.runtimeStatus],
  output: state.serializedOutput ? JSON.parse(state.serializedOutput) : null,
});

const completed = async (id) => shown(await client.waitForWorkflowCompletion(id, true, 30));

/** How a workflow ends that needs nothing from outside. */
const result = (name, input) => () => withWorker(async () => await completed(await client.scheduleNewWorkflow(name, input)));

run({
  chain: result("chain", 3),
  fanOut: result("fanOut", 20),
  timer: result("timer"),
  eventTimeout: result("eventOrTimeout"),
  child: result("parent", 5),
  retry: result("retry", 2),
  continueAsNew: result("countDown", 5),

  failure: () =>
    withWorker(async () => {
      const id = await client.scheduleNewWorkflow("failing");
      const state = await client.waitForWorkflowCompletion(id, true, 30);
      return { status: WorkflowRuntimeStatus[state.runtimeStatus], message: state.workflowFailureDetails.getErrorMessage() };
    }),

  event: () =>
    withWorker(async () => {
      const id = await client.scheduleNewWorkflow("event");
      await client.raiseEvent(id, "approval", { by: "me" });
      return await completed(id);
    }),

  customStatus: () =>
    withWorker(async () => {
      const id = await client.scheduleNewWorkflow("status");
      const started = await client.waitForWorkflowStart(id);
      await client.raiseEvent(id, "go");
      return { custom: started.customStatus, end: await completed(id) };
    }),

  suspendAndResume: () =>
    withWorker(async () => {
      const statusOf = async (id) => WorkflowRuntimeStatus[(await client.getWorkflowState(id, false)).runtimeStatus];
      const id = await client.scheduleNewWorkflow("event");
      await client.suspendWorkflow(id);
      await until(async () => (await statusOf(id)) === "SUSPENDED");
      await client.resumeWorkflow(id);
      await until(async () => (await statusOf(id)) === "RUNNING");
      await client.raiseEvent(id, "approval", 1);
      return await completed(id);
    }),

  terminateAndPurge: () =>
    withWorker(async () => {
      const id = await client.scheduleNewWorkflow("event", null, "to-terminate");
      await client.terminateWorkflow(id, "enough");
      const { status } = await completed(id);
      const purged = await client.purgeWorkflow(id);
      return { status, purged, after: (await client.getWorkflowState(id, true)) ?? null };
    }),

  givenId: () =>
    withWorker(async () => {
      const id = await client.scheduleNewWorkflow("chain", 1, "my-id");
      const state = await client.waitForWorkflowCompletion(id, true, 30);
      return { id, name: state.name, input: state.serializedInput, created: state.createdAt <= state.lastUpdatedAt };
    }),

  workerRestart: () =>
    withWorker(async (first) => {
      const id = await client.scheduleNewWorkflow("event");
      await first.stop();
      await client.raiseEvent(id, "approval", 2);
      await startWorker();
      return await completed(id);
    }),

  later: () =>
    withWorker(async () => {
      const at = Date.now() + 500;
      const id = await client.scheduleNewWorkflow("chain", 1, undefined, new Date(at));
      const end = await completed(id);
      return { notEarly: Date.now() >= at, end };
    }),
});
