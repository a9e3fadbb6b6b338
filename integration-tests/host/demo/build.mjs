import fs from "node:fs"
import path from "node:path"
import {
  buildMark,
  hostFingerprint,
  partsFingerprint,
  pluginFingerprint,
  storefrontFingerprint,
} from "./fingerprint.mjs"
import { runMedusa, runNode } from "./medusa.mjs"
import {
  builtHostDir,
  builtPluginDir,
  builtStorefrontDir,
  hostDir,
  inDemo,
  pluginDir,
} from "./paths.mjs"
import { Skipped } from "./progress.mjs"

/** Builds the plugin as it is published. The shop finds it as if it had been installed. */
export async function buildPlugin() {
  link(pluginDir, path.join(hostDir, "node_modules", "medusa-plugin-crm-desk"))

  const server = await buildServer()
  const parts = await buildParts()
  if (!server && !parts) return new Skipped("built already, nothing has changed")
}

async function buildServer() {
  const result = path.join(builtPluginDir, "src", "admin")
  return whenChanged("plugin", result, pluginFingerprint(), () =>
    runMedusa("Building the plugin", ["plugin:build"], {
      log: "build-plugin",
      cwd: pluginDir,
    })
  )
}

/** The client and the components: a build of the plugin removes them. */
async function buildParts() {
  const result = path.join(builtPluginDir, "storefront", "element.js")
  return whenChanged("storefront-parts", result, partsFingerprint(), () =>
    runNode(
      "Building the parts for storefronts",
      [path.join(pluginDir, "storefront", "build.mjs")],
      { log: "build-storefront-parts", cwd: pluginDir }
    )
  )
}

/** The demo's storefront, as a developer builds one. */
export async function buildStorefront() {
  const result = path.join(builtStorefrontDir, "index.html")
  const built = await whenChanged("storefront", result, storefrontFingerprint(), () =>
    runNode(
      "Building the storefront",
      [path.join(hostDir, "storefront", "build.mjs"), builtStorefrontDir],
      { log: "build-storefront", cwd: hostDir }
    )
  )
  if (!built) return new Skipped("built already, nothing has changed")
}

/** @returns whether it had to be built */
async function whenChanged(name, result, current, build) {
  const mark = buildMark(name, result, current)
  if (mark.upToDate()) return false
  await build()
  mark.built()
  return true
}

export async function buildHost({ env }) {
  const result = path.join(builtHostDir, "public", "admin", "index.html")
  const mark = buildMark("host", result, hostFingerprint())
  const upToDate = mark.upToDate()
  if (!upToDate) {
    await runMedusa("Building the shop", ["build", "--no-lint"], {
      log: "build-host",
      cwd: hostDir,
      // The admin's CSS is made of the classes of the plugins that the bundler itself can
      // resolve, and from the repository's own node_modules it cannot see the host's link.
      env: { ...env, NODE_PATH: path.join(hostDir, "node_modules") },
    })
    mark.built()
  }
  // Medusa serves `static` beside the build; the files are kept where a new build leaves them.
  link(inDemo("files"), path.join(builtHostDir, "static"))
  if (upToDate) return new Skipped("built already, nothing has changed")
}

/** Relative, so that the checkout may be moved. */
function link(target, place) {
  fs.mkdirSync(target, { recursive: true })
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.rmSync(place, { recursive: true, force: true })
  fs.symlinkSync(path.relative(path.dirname(place), target), place, "dir")
}
