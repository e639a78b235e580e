/** How pushes leave the house: the key that browsers are given, and which services are known. */
export interface PushWay {
  readonly key: string;
  readonly hosts: readonly string[];
}

let kept: PushWay | null = null;

/** Says that pushes go out here, once at the start. Until then none do. */
export const installPush = (way: PushWay | null): void => {
  kept = way;
};

/** How pushes go out; null where none do. */
export const thePushWay = (): PushWay | null => kept;
