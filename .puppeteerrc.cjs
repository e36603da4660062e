// Puppeteer drives the machine's own Chromium; its private download cannot be reached everywhere.
module.exports = { skipDownload: true };
