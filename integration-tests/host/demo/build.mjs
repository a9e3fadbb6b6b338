import fs from "node:fs"
import path from "node:path"
import { buildMark, hostFingerprint, pluginFingerprint } from "./fingerprint.mjs"
import { runMedusa } from "./medusa.mjs"
import { builtHostDir, hostDir, inDemo, pluginDir } from "./paths.mjs"
import { Skipped } from "./progress.mjs"

/** Builds the plugin as it is published. The shop finds it as if it had been installed. */
export async function buildPlugin() {
  link(pluginDir, path.join(hostDir, "node_modules", "medusa-plugin-crm-desk"))

  const result = path.join(pluginDir, ".medusa", "server", "src", "admin")
  const mark = buildMark("plugin", result, pluginFingerprint())
  if (mark.upToDate()) return new Skipped("built already, nothing has changed")
  await runMedusa("Building the plugin", ["plugin:build"], {
    log: "build-plugin",
    cwd: pluginDir,
  })
  mark.built()
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
