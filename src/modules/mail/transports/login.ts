import { isLoginRefused } from "../domain/server-words"

/**
 * The access token of an account.
 * @param refused the token a server has just refused: asks for another one
 * @returns the same again when there is no better one
 */
export type TokenSource = (refused?: string) => Promise<string>

/** How an account proves who it is: with a password, or with a token of its provider. */
export type Login =
  { kind: "password"; password: string } | { kind: "oauth2"; token: TokenSource }

export type Credentials = { password: string } | { accessToken: string }

/**
 * Logs in, with whatever proves it. A token that the server refuses before its time (revoked, or the
 * clocks disagree) is renewed once.
 * @throws what the attempt throws
 */
export async function withLogin<T>(
  login: Login,
  attempt: (credentials: Credentials) => Promise<T>
): Promise<T> {
  if (login.kind === "password") {
    return attempt({ password: login.password })
  }
  const accessToken = await login.token()

  try {
    return await attempt({ accessToken })
  } catch (error) {
    const renewed = isLoginRefused(error) ? await login.token(accessToken) : accessToken

    if (renewed === accessToken) {
      throw error
    }
    return attempt({ accessToken: renewed })
  }
}
