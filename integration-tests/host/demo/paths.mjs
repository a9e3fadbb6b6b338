import path from "node:path"
import { fileURLToPath } from "node:url"

export const hostDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
export const pluginDir = path.resolve(hostDir, "../..")
export const builtPluginDir = path.join(pluginDir, ".medusa", "server")
export const builtHostDir = path.join(hostDir, ".medusa", "server")

/** All that a demo keeps, but for the database of a demo run as root. */
export const demoDir = path.join(pluginDir, ".demo")
export const inDemo = (...names) => path.join(demoDir, ...names)

export const builtStorefrontDir = inDemo("storefront")
