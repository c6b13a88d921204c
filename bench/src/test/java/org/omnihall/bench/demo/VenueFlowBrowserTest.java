package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.phone.Handset;
import org.omnihall.hall.access.network.AccessPoints;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.shell.Paging;
import org.omnihall.octets.MacAddress;

/**
 * The one flow (acceptance of the product's first version): a café signs up, tries and orders business Wi-Fi and pays for it; its visitor logs in
 * on its own page, is on the customer card at once, orders in a store what the slot offered, and the report tells of it.
 */
@ExtendWith(BrowserRing.class)
class VenueFlowBrowserTest {

    private static final Duration DELIVERY = Duration.ofSeconds(20);
    private static final String OWNER = "13857700001";
    private static final String FINANCE = "13857700002";
    private static final String PASSWORD = "a Password for 2026";
    private static final String CODE = "91330106MA2CAFE07D";
    private static final String WIFI = "DuanqiaoCafe";
    private static final MacAddress ACCESS_POINT = new MacAddress(0x0c_da_41_00_70_01L);

    private final OpenTown town;
    private final Chromium chromium;

    VenueFlowBrowserTest(OpenTown town, Chromium chromium) {
        this.town = town;
        this.chromium = chromium;
    }

    @Test
    void leadsFromACafesOrderToItsVisitorsOrder() throws InterruptedException, IOException {
        Counter counter = new Counter(town);
        counter.opens();
        try (Desk owner = company();
                Desk finance = company();
                Desk clerk = clerk()) {
            signsUp(owner);
            tries(owner);
            String password = invites(owner);
            long order = orders(owner);
            pays(finance, password, order);
            owner.open("/enterprise/orders/" + order);
            owner.page().locator(".e-steps .e-step-DONE").nth(3).waitFor();
            decorates(owner);
            Handset phone = visits(counter.offeredTo());
            looksAtTheReport(owner);
            looksAtTheBill(owner);
            counter.serves(clerk, phone.number());
            counter.ordersTheOffer(clerk);
            counter.reports(clerk);
            takesALine(owner);
            looksRound(owner);
            assertThat(owner.traffic().complaints()).isEmpty();
            assertThat(finance.traffic().complaints()).isEmpty();
            assertThat(clerk.traffic().complaints()).isEmpty();
        }
    }

    /** The same company in both languages. */
    private void looksRound(Desk owner) {
        assertThat(new Round(owner, "/enterprise", "").walk())
                .containsKeys("/enterprise/sms", "/enterprise/bills")
                .hasSizeGreaterThan(14);
        try (Desk abroad = new Desk(town, chromium, "en-US", Optional.of(owner.signedIn()))) {
            abroad.open("/enterprise?lang=en");
            assertThat(new Round(abroad, "/enterprise", "-en").walk()).hasSizeGreaterThan(14);
            assertThat(abroad.traffic().complaints()).isEmpty();
        }
    }

    private Desk clerk() {
        return new Desk(town, chromium, "zh-CN", Optional.of(town.signedIn(chromium)));
    }

    private Desk company() {
        return new Desk(town, chromium, "zh-CN", Optional.empty());
    }

    private void signsUp(Desk owner) throws InterruptedException {
        owner.open("/enterprise/sign-up");
        owner.fill("phone", OWNER);
        owner.page().click("form.e-form button[type=submit]");
        owner.arrivesAt("/enterprise/sign-up/company");
        owner.fill("code", town.inbox().code(OWNER, 0, DELIVERY).orElseThrow());
        owner.fill("company", "断桥咖啡馆");
        owner.fill("registration", CODE);
        owner.page().selectOption("[name=industry]", "HOSPITALITY");
        owner.page().selectOption("[name=size]", "MICRO");
        owner.page().selectOption("[name=area]", "/zj/hz/");
        owner.fill("name", "陈小雨");
        owner.fill("login", "chen");
        owner.fill("password", PASSWORD);
        owner.fill("again", PASSWORD);
        owner.page().check("[name=terms]");
        owner.page().click("form.e-form button[type=submit]");
        owner.page().waitForURL("**/enterprise/home**");
        Pictures.show(owner.page(), "enterprise-home");
    }

    private static void tries(Desk owner) {
        takes(owner, true, "DuanqiaoTry");
        owner.page().locator(".e-steps .e-step-DONE").nth(3).waitFor();
        owner.open("/enterprise/products");
        assertThat(owner.page().innerText("main")).contains("商务WLAN");
    }

    private static void takes(Desk owner, boolean trial, String ssid) {
        owner.open("/enterprise/offerings/business-wlan/take?trial=" + trial);
        Page page = owner.page();
        page.fill("[name='answer.venueName']", trial ? "断桥咖啡馆试用" : "断桥咖啡馆");
        page.fill("[name='answer.street']", "北山街 1 号");
        page.fill("[name='answer.ssid']", ssid);
        page.selectOption("[name='answer.speedMbps']", "10");
        places(page);
    }

    private static void places(Page page) {
        page.click("form.e-form button[type=submit]");
        page.waitForURL("**/enterprise/carts/*");
        page.click("form[action$='/place'] button");
        page.waitForURL("**/enterprise/orders/*");
    }

    /** For notices to its members, which has a page of its own from then on. */
    private static void takesALine(Desk owner) {
        owner.open("/enterprise/offerings/enterprise-sms/take");
        owner.page().fill("[name='answer.signature']", "断桥咖啡馆");
        places(owner.page());
        owner.page().locator(".e-steps .e-step-DONE").waitFor();
        owner.open("/enterprise/sms");
        assertThat(owner.page().innerText("main")).contains("断桥咖啡馆");
    }

    /** The owner gives the money to somebody else. */
    private static String invites(Desk owner) {
        owner.open("/enterprise/company");
        owner.page().click("[data-open=add]");
        Locator dialog = owner.page().locator("dialog[open]");
        dialog.locator("[name=name]").fill("周会计");
        dialog.locator("[name=login]").fill("zhou");
        dialog.locator("[name=phone]").fill(FINANCE);
        dialog.locator("input[value=FINANCE]").check();
        dialog.locator("button[type=submit]").click();
        return owner.page()
                .locator(".h-once [data-copy], .h-once code")
                .first()
                .innerText()
                .strip();
    }

    /** Who was given a password comes no further with it. */
    private static void choosesAPassword(Desk finance, String given) {
        finance.page().waitForURL("**/enterprise/password");
        finance.fill("old", given);
        finance.fill("fresh", PASSWORD);
        finance.fill("again", PASSWORD);
        finance.page().click("form.e-form button[type=submit]");
        finance.page().waitForURL("**/enterprise/sign-in?left=yes");
    }

    private static void signsIn(Desk finance, String password) {
        finance.fill("login", "zhou");
        finance.fill("password", password);
        finance.page().click("form.e-form button[type=submit]");
    }

    private static long orders(Desk owner) {
        takes(owner, false, WIFI);
        String address = owner.page().url();
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    private void pays(Desk finance, String password, long order) {
        finance.open("/enterprise/sign-in");
        signsIn(finance, password);
        choosesAPassword(finance, password);
        signsIn(finance, PASSWORD);
        finance.page().waitForURL("**/enterprise/home");
        finance.open("/enterprise/orders/" + order);
        Pictures.show(finance.page(), "enterprise-pay");
        finance.page().click("form[action$='/cashier'] button");
        finance.page().locator("button.pay").click();
        finance.page().waitForURL("**/enterprise/orders/" + order);
    }

    private static void decorates(Desk owner) {
        owner.open("/enterprise/wifi");
        owner.page()
                .locator(".e-line", new Page.LocatorOptions().setHasText(WIFI))
                .locator("a")
                .first()
                .click();
        owner.fill("titleZh", "断桥咖啡馆欢迎您");
        owner.fill("welcomeZh", "连上无线，慢慢喝。");
        owner.page().click("button[name=publish]");
        owner.page().locator(".h-flash-good").waitFor();
        Pictures.show(owner.page(), "enterprise-page");
    }

    /** The operator hangs up the access point that the order asked for; then somebody comes. */
    private Handset visits(String number) throws InterruptedException {
        long venue = town.hall().bean(Venues.class).list("/", "断桥咖啡馆", Paging.first()).rows().stream()
                .filter(one -> one.name().equals("断桥咖啡馆"))
                .findFirst()
                .orElseThrow()
                .id();
        long controller = town.hall()
                .city()
                .registered(City.SITES.getFirst())
                .orElseThrow()
                .id();
        Change<?> hung = town.hall()
                .bean(AccessPoints.class)
                .add(
                        Draft.of(
                                "name", "AP-CAFE",
                                "mac", ACCESS_POINT.toString(),
                                "venue", String.valueOf(venue),
                                "controller", String.valueOf(controller)),
                        "test");
        assertThat(hung).isInstanceOf(Change.Done.class);
        Handset phone = town.becomes(number, WIFI, ACCESS_POINT);
        try (Visitor visitor = new Visitor(town, chromium, phone, "zh-CN", true)) {
            visitor.probe();
            visitor.page().locator("text=断桥咖啡馆欢迎您").waitFor();
            Pictures.show(visitor.page(), "venue-login");
            visitor.giveNumber();
            visitor.sees("login.code.title");
            visitor.giveCode(visitor.code(0));
            visitor.sees("login.success.title");
            assertThat(visitor.online()).isTrue();
        }
        return phone;
    }

    private static void looksAtTheReport(Desk owner) {
        owner.open("/enterprise/wifi");
        owner.page()
                .locator(".e-line", new Page.LocatorOptions().setHasText(WIFI))
                .locator("a")
                .last()
                .click();
        owner.page().locator(".e-days").waitFor();
        assertThat(owner.page().innerText("main")).contains("<5");
        Pictures.show(owner.page(), "enterprise-visitors");
    }

    private static void looksAtTheBill(Desk owner) {
        owner.open("/enterprise/bills");
        assertThat(owner.page().innerText("main")).contains("商务WLAN");
        Pictures.show(owner.page(), "enterprise-bill");
    }
}
