const testMatch = {
  unit: [
    "<rootDir>/src/**/*.spec.ts",
    "<rootDir>/storefront/**/*.spec.ts",
    "<rootDir>/integration-tests/docs/**/*.spec.ts",
  ],
  modules: ["<rootDir>/integration-tests/modules/**/*.spec.ts"],
  http: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
  mail: ["<rootDir>/integration-tests/mail/**/*.spec.ts"],
  browser: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
  package: ["<rootDir>/integration-tests/package/**/*.spec.ts"],
  corpus: ["<rootDir>/integration-tests/corpus/**/*.spec.ts"],
  faults: ["<rootDir>/integration-tests/faults/**/*.spec.ts"],
}

/** One demo for all files that look into it: to start it takes a minute. */
const oneDemo = {
  globalSetup: "<rootDir>/integration-tests/browser/support/start-one-demo.ts",
  globalTeardown: "<rootDir>/integration-tests/browser/support/stop-one-demo.ts",
}

/** @type {import("jest").Config} */
module.exports = {
  ...(process.env.TEST_TYPE === "browser" ? oneDemo : {}),
  testEnvironment: "node",
  testMatch: testMatch[process.env.TEST_TYPE ?? "unit"],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: { decoratorMetadata: true, react: { runtime: "automatic" } },
          target: "es2021",
        },
        // Leaves `import()` alone: what runs outside of Jest too is an ES module (support/*.mjs).
        module: { ignoreDynamic: true },
      },
    ],
  },
  modulePathIgnorePatterns: [
    "<rootDir>/.medusa/",
    "<rootDir>/.demo/",
    "<rootDir>/.test/",
    "<rootDir>/integration-tests/host/.medusa/",
  ],
  setupFiles: ["<rootDir>/integration-tests/support/jest-setup.js"],
}
