/** Remembers in this browser which draft was open, for the case that the server never got it. Gone with `forgetDrafts`. */
const PREFIX = 'noroshi-draft:';
const pointer = (kind: string, seat: string): string => `${PREFIX}open:${kind}:${seat}`;

/** The name under which the browser keeps its own copy of a draft. */
export const localKey = (kind: string, seat: string, id: string): string => `${kind}:${seat}:${id}`;

/** Says that this draft is being written. */
export const remember = (kind: string, seat: string, id: string): void => localStorage.setItem(pointer(kind, seat), id);

/** The draft that only this browser has, if there is one. */
export const leftHere = (kind: string, seat: string): string | null => {
  const id = localStorage.getItem(pointer(kind, seat));
  return id !== null && localStorage.getItem(PREFIX + localKey(kind, seat, id)) !== null ? id : null;
};
