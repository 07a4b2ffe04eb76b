// Tuned as https://worker.graphile.org/docs/performance says: jobs are fetched 500 at a time and completed in batches.
import { Logger, makeWorkerUtils, run } from "graphile-worker";
import { Tally, serve } from "./station.mjs";

const TOMORROW = new Date(Date.now() + 24 * 60 * 60 * 1000);

const tally = new Tally();
const preset = {
  worker: {
    connectionString: process.env.DATABASE_URL,
    concurrentJobs: 24,
    maxPoolSize: 25,
    pollInterval: 50,
    preparedStatements: true,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") {
        console.error(message);
      }
    }),
  },
};
const taskList = { nothing: async (_payload, { job }) => tally.ran(job.id) };

const utils = await makeWorkerUtils({ preset });
await utils.migrate();
await utils.addJob("nothing", {}, { runAt: TOMORROW });
await utils.release();

let runner;
await serve(tally, {
  work: async () => {
    runner = await run({ preset, taskList, noHandleSignals: true });
  },
  rest: async () => {
    await runner.stop();
  },
});
