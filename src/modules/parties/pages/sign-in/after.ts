/** Where to go after signing in: a page of this portal and nothing else, whatever the address says. */
export const wayOn = (search: string): string => {
  const asked = new URLSearchParams(search).get('next') ?? '/';
  try {
    const url = new URL(asked, location.origin);
    return url.origin === location.origin && url.pathname !== '/sign-in' ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
};

/** Opens the portal anew as whoever has just come in. */
export const goOn = (): void => location.assign(wayOn(location.search));
