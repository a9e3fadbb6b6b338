import fs from "node:fs"
import path from "node:path"

/** @returns {string | null} the browser on the PATH */
export const chromiumPath = () =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => [
      path.join(folder, "chromium"),
      path.join(folder, "chromium-browser"),
    ])
    .find((file) => fs.existsSync(file)) ?? null

/** @returns {string | null} the Debian package that is missing */
export const chromiumMissing = () => (chromiumPath() ? null : "chromium")
