/** The pages that the companion may look at, as the browsers write it. */
export const LINKEDIN = 'https://*.linkedin.com/*';
