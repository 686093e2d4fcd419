/** Sends what orval's functions ask for to the host of `settings`. */
export const settings = { baseUrl: 'https://console.tim.qq.com' };

export async function send<T>(url: string, options: RequestInit): Promise<T> {
  const response = await fetch(settings.baseUrl + url, options);
  const data = response.ok ? await response.json() : await response.text();
  return { data, status: response.status, headers: response.headers } as T;
}
