import { oneDemo } from "./one-demo"
import { startDemo } from "./running-demo"

/** Each file then finds a demo that runs, and leaves it running. */
export default async function startOneDemo() {
  oneDemo.stop = (await startDemo()).stop
}
