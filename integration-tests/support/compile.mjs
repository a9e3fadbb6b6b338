/**
 * Compiles the sources once for tests that start many processes: type-stripping them again at
 * every start would take longer than the test.
 */
import { transformFile } from "@swc/core"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")

/** @returns {Promise<string>} the folder that mirrors the checkout, without the admin */
export async function compile(build = path.join(projectRoot, ".test", "build")) {
  fs.rmSync(build, { recursive: true, force: true })
  await Promise.all(
    [...sources("src"), ...sources("integration-tests/support")].map((file) =>
      compileFile(
        path.join(projectRoot, file),
        path.join(build, file.replace(/\.ts$/, ".js"))
      )
    )
  )
  return build
}

/** @param {string} file @param {string} target */
export async function compileFile(file, target) {
  const { code } = await transformFile(file, OPTIONS)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.writeFileSync(target, code)
}

const sources = (folder) =>
  fs
    .readdirSync(path.join(projectRoot, folder), { recursive: true })
    .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|\.d\.ts$|^admin\//.test(file))
    .map((file) => path.join(folder, file))

/** As in jest.config.js. */
const OPTIONS = {
  configFile: false,
  swcrc: false,
  jsc: {
    parser: { syntax: "typescript", tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: "es2021",
  },
  module: { type: "commonjs", ignoreDynamic: true },
  sourceMaps: "inline",
}
