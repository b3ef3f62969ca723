"use strict";

// node <script> <case> <http|grpc>: runs one case and prints what it returns, as one line of JSON behind "result: ".

const { CommunicationProtocolEnum, DaprClient, DaprServer, LogLevel } = require("@dapr/dapr");

const [, , caseName, protocol = "http"] = process.argv;
const { APP_PORT, DAPR_HTTP_PORT, DAPR_GRPC_PORT, CALLER_HTTP_PORT, CALLER_GRPC_PORT, DAPR_API_TOKEN } = process.env;

const isGrpc = protocol === "grpc";
const logger = { level: LogLevel.Error };
const host = "127.0.0.1";

const optionsFor = (httpPort, grpcPort) => ({
  daprHost: host,
  daprPort: isGrpc ? grpcPort : httpPort,
  communicationProtocol: isGrpc ? CommunicationProtocolEnum.GRPC : CommunicationProtocolEnum.HTTP,
  daprApiToken: DAPR_API_TOKEN,
  logger,
});

/** A client on the sidecar of this app. */
const client = () => new DaprClient(optionsFor(DAPR_HTTP_PORT, DAPR_GRPC_PORT));

/** A client on the sidecar of another app. */
const caller = () => new DaprClient(optionsFor(CALLER_HTTP_PORT, CALLER_GRPC_PORT));

/** The app itself; it listens over HTTP, and talks to its sidecar in the protocol of this run. */
const server = () =>
  new DaprServer({
    serverHost: host,
    serverPort: APP_PORT,
    communicationProtocol: CommunicationProtocolEnum.HTTP,
    clientOptions: optionsFor(DAPR_HTTP_PORT, DAPR_GRPC_PORT),
    logger,
  });

/** Where the workflow client and worker connect. */
const workflowOptions = { daprHost: host, daprPort: DAPR_GRPC_PORT, daprApiToken: DAPR_API_TOKEN, logger };

/** Completes when the condition holds; the test that runs this script limits how long that may take. */
const until = async (condition) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** The same values in an order of their own: a sidecar promises none. */
const inAnyOrder = (values) => values.map((value) => [JSON.stringify(value), value]).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);

/** "done", or how it was refused: the HTTP client answers errors and the gRPC client throws them. */
const outcome = async (action) => {
  try {
    const answer = await action();
    return answer?.error ? reason(answer.error) : "done";
  } catch (failure) {
    return reason(failure?.error ?? failure);
  }
};

const reason = (failure) => {
  const { status, error_msg: body } = parsed(failure.message);
  return status ? [status, parsed(body).errorCode].filter(Boolean).join(" ") : failure.message;
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

const run = (cases) => {
  const story = cases[caseName];
  if (!story) throw new Error(`there is no case ${caseName}`);
  story().then(
    (result) => process.stdout.write(`result: ${JSON.stringify(result)}\n`, () => process.exit(0)),
    (failure) => {
      console.error(failure);
      process.exit(1);
    },
  );
};

module.exports = { caller, client, inAnyOrder, outcome, run, server, until, workflowOptions };
