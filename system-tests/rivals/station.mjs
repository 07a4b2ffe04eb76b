import { createInterface } from "node:readline";

/** What ran since it was asked last. A task that runs twice is one task and two runs. */
export class Tally {
  #runs = 0;
  #tasks = new Set();

  ran(task) {
    this.#runs++;
    this.#tasks.add(task);
  }

  get runs() {
    return this.#runs;
  }

  take() {
    const taken = `${this.#runs} ${this.#tasks.size}`;
    this.#runs = 0;
    this.#tasks.clear();
    return taken;
  }
}

/**
 * Answers the benchmark line by line: "work" begins to look for due tasks, "count" tells how many runs there were, "rest" stops and tells
 * what ran. The program ends with its standard input, so that it does not outlive the benchmark.
 */
export async function serve(tally, { work, rest }) {
  console.log("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "work") {
      await work();
      console.log("working");
    } else if (line === "count") {
      console.log(`counted ${tally.runs}`);
    } else if (line === "rest") {
      await rest();
      console.log(`resting ${tally.take()}`);
    }
  }
  process.exit(0);
}
