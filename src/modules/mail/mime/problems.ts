/** Collects what was wrong with a mail, each kind once and never more than a screenful. */
export class Problems {
  private readonly sentences = new Set<string>()

  add(sentence: string): void {
    if (this.sentences.size < MOST_PROBLEMS) {
      this.sentences.add(sentence)
    }
  }

  list(): string[] {
    return [...this.sentences]
  }
}

const MOST_PROBLEMS = 30
