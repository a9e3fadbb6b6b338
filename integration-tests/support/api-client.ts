type Body = Record<string, unknown>
// What routes answer is checked by the tests that read it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = any

/** The admin API as an agent's program uses it. */
export class ApiClient {
  private constructor(
    readonly url: string,
    private readonly token: string
  ) {}

  static async isUp(url: string): Promise<boolean> {
    try {
      return (await fetch(`${url}/health`)).ok
    } catch {
      return false
    }
  }

  static async login(url: string, login: { email: string; password: string }) {
    const { token } = await answerOf(
      await fetch(`${url}/auth/user/emailpass`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(login),
      })
    )
    return new ApiClient(url, token)
  }

  get = (path: string): Promise<Answer> => this.send("GET", path)
  post = (path: string, body: Body = {}): Promise<Answer> => this.send("POST", path, body)

  async text(path: string): Promise<string> {
    const answer = await fetch(`${this.url}${path}`)
    return answer.text()
  }

  private async send(method: string, path: string, body?: Body): Promise<Answer> {
    return answerOf(
      await fetch(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body && { "content-type": "application/json" }),
        },
        body: body && JSON.stringify(body),
      })
    )
  }
}

async function answerOf(answer: Response): Promise<Answer> {
  const text = await answer.text()

  if (!answer.ok) {
    throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
  }
  return JSON.parse(text)
}
