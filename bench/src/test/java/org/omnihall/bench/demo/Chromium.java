package org.omnihall.bench.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's Chromium, driven by Playwright. */
final class Chromium implements AutoCloseable {

    /** What the browser tests need and where it comes from, for whoever misses it. */
    static final String NEEDED =
            "the browser tests need /usr/bin/chromium and Playwright's driver (-Dplaywright.cli.dir=DIR);"
                    + " ./omnihall check provides both";

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-US");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                        "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(ARGUMENTS));
    }

    static boolean isHere() {
        return Files.isExecutable(PROGRAM)
                && Optional.ofNullable(System.getProperty("playwright.cli.dir"))
                        .filter(driver -> Files.isDirectory(Path.of(driver, "package")))
                        .isPresent();
    }

    /** A phone held upright. */
    BrowserContext phone(String language, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale(language)
                .setJavaScriptEnabled(scripts)
                .setIgnoreHTTPSErrors(true));
    }

    /** A screen on somebody's desk; whoever it belongs to may be signed in already. */
    BrowserContext desk(String language, Optional<String> signedIn) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE);
        signedIn.ifPresent(options::setStorageState);
        return browser.newContext(options);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
