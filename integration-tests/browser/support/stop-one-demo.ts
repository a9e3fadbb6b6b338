import { oneDemo } from "./one-demo"

export default () => oneDemo.stop()
