// Batches of 500, the shortest polling interval that is allowed, no order by priority, no maintenance meanwhile. A worker that got a
// full batch asks for the next one at once instead of waiting for its interval: notifyWorker is there for that.
import PgBoss from "pg-boss";
import { Tally, serve } from "./station.mjs";

const TOMORROW = new Date(Date.now() + 24 * 60 * 60 * 1000);
const QUEUE = "nothing";
const BATCH = 500;
const WORKERS = 2;

const tally = new Tally();
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, max: 25, supervise: false, schedule: false });
boss.on("error", (failure) => console.error(failure));
await boss.start();
await boss.createQueue(QUEUE);
await boss.send(QUEUE, {}, { startAfter: TOMORROW });

async function startWorker() {
  const options = { batchSize: BATCH, pollingIntervalSeconds: 0.5, priority: false };
  const worker = await boss.work(QUEUE, options, async (jobs) => {
    jobs.forEach((job) => tally.ran(job.id));
    if (jobs.length === BATCH) {
      boss.notifyWorker(worker);
    }
  });
}

await serve(tally, {
  work: async () => {
    for (let i = 0; i < WORKERS; i++) {
      await startWorker();
    }
  },
  rest: () => boss.offWork(QUEUE),
});
