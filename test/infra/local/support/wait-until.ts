/** Asks again until the answer is truthy, and returns it; throws after the time given. */
export async function waitUntil<T>(ask: () => T | Promise<T>, milliseconds = 30_000): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`still ${String(answer)} after ${milliseconds} ms`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
