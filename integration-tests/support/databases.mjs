/** Databases on the server that the DB_* variables name: each test file has its own. */
import pg from "pg"

/** @param {string} name @returns {string} */
export function databaseUrl(name) {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const login = [DB_USERNAME, DB_PASSWORD]
    .map((part) => encodeURIComponent(part ?? ""))
    .join(":")
  return `postgres://${login}@${DB_HOST}:${DB_PORT}/${name}`
}

/**
 * A new, empty database; one left by an earlier run goes first.
 * @param {string} name @param {{ template?: string }} [options] a database to copy
 * @returns {Promise<string>} its URL
 */
export async function createDatabase(name, { template = "template0" } = {}) {
  await asAdministrator(async (server) => {
    await server.query(`drop database if exists "${name}" with (force)`)
    await server.query(`create database "${name}" template "${template}"`)
  })
  return databaseUrl(name)
}

/** @param {string} name */
export const dropDatabase = (name) =>
  asAdministrator((server) =>
    server.query(`drop database if exists "${name}" with (force)`)
  )

/**
 * @template T
 * @param {string} url @param {(database: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onDatabase(url, work) {
  const database = new pg.Client(url)
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

const asAdministrator = (work) => onDatabase(databaseUrl("postgres"), work)
