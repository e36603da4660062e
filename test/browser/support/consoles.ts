import type { Page } from 'puppeteer';

/** Signs in as a person does: typing, and the buttons of both pages. */
export async function signInHiworks(page: Page, url: string, account = 'admin'): Promise<void> {
  await page.goto(url);
  await page.locator('aria/계정 아이디[role="textbox"]').fill(account);
  await page.locator('aria/다음[role="button"]').click();
  await page.locator('aria/비밀번호[role="textbox"]').fill('hiworks123');
  await page.locator('aria/로그인[role="button"]').click();
  await page.waitForFunction(() => location.pathname === '/office');
}

export async function signInTerrace(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/login.do`);
  await page.locator('aria/아이디[role="textbox"]').fill('admin');
  await page.locator('aria/비밀번호[role="textbox"]').fill('terrace123');
  await page.locator('aria/로그인[role="button"]').click();
  await page.locator('aria/확인[role="button"]').click();
  await page.waitForFunction(() => location.pathname.includes('dashboard'));
}
