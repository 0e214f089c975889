/** Stands in for Node's in a browser: resolves after what else waits has had its turn. */
export async function setImmediate(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
