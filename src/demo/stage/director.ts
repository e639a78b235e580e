/** One thread of the story. It yields the time of its next act and goes on when that time has come, or other stories that begin now. */
export type Story = AsyncGenerator<Date | Turn | readonly Story[], void, void>;

/** The time of an act on which other stories build: everything before is over, and nothing begins until it is done. */
export class Turn {
  readonly at: Date;
  constructor(at: Date) {
    this.at = at;
  }
}

interface Waiting {
  readonly at: number;
  readonly alone: boolean;
  readonly story: Story;
}

/**
 * Plays stories in the order of their times, a few acts at once, up to the present. What would come later has not happened:
 * it is left out, so that the story ends in the middle of things.
 */
export const play = async (
  stories: readonly Story[],
  present: Date,
  lanes: number,
  acted: () => Promise<void> | void,
): Promise<void> => {
  const heap = new Queue();
  const advance = async (story: Story): Promise<void> => {
    const { value, done } = await story.next();
    if (done === true || value === undefined) return;
    if (value instanceof Date || value instanceof Turn) {
      const at = value instanceof Turn ? value.at : value;
      if (at <= present) heap.add({ at: at.getTime(), alone: value instanceof Turn, story });
      return;
    }
    for (const child of value) await advance(child);
    await advance(story);
  };
  for (const story of stories) await advance(story);
  let [busy, alone] = [0, false];
  const lane = async (): Promise<void> => {
    for (;;) {
      const next = alone || (heap.first()?.alone === true && busy > 0) ? undefined : heap.take();
      if (next === undefined) {
        if (busy === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
        continue;
      }
      busy += 1;
      alone = next.alone;
      try {
        await advance(next.story);
        await acted();
      } finally {
        busy -= 1;
        alone = false;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

/** What waits, earliest first; of equal times whatever came first. */
class Queue {
  readonly #items: Waiting[] = [];

  add(it: Waiting): void {
    let [low, high] = [0, this.#items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      // Latest first, so that the earliest is taken from the end.
      if ((this.#items[middle] as Waiting).at > it.at) low = middle + 1;
      else high = middle;
    }
    this.#items.splice(low, 0, it);
  }

  first(): Waiting | undefined {
    return this.#items.at(-1);
  }

  take(): Waiting | undefined {
    return this.#items.pop();
  }
}
