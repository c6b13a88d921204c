package org.omnihall.hall.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.enterprise.Street.Shopkeeper;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of the enterprise hall, as the controllers declare them, asked with the ids of another company and in roles that may not: a new
 * page is tried without being listed.
 */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class ForeignCompanyTest {

    private static final String MINE = "/enterprise/offerings/{code}/take";

    /** A page with who is asked for. */
    private record Page(RequestMethod method, String pattern, Asks asks) {}

    private final World world;
    private final Street street;
    private final Orders orders;
    private final UserLogins logins;
    private final Carts carts;
    private final BillingAccounts accounts;
    private final JdbcClient db;
    private final Map<RequestMappingInfo, HandlerMethod> handlers;
    private Optional<Shopkeeper> owner = Optional.empty();
    private Optional<Shopkeeper> stranger = Optional.empty();
    private long order;
    private long product;
    private long cart;
    private long item;
    private long colleague;
    private long bill;

    @Autowired
    ForeignCompanyTest(
            @LocalServerPort int port,
            ApplicationContext hall,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.world = new World(hall);
        this.street = new Street(hall, port);
        this.orders = hall.getBean(Orders.class);
        this.logins = hall.getBean(UserLogins.class);
        this.carts = hall.getBean(Carts.class);
        this.accounts = hall.getBean(BillingAccounts.class);
        this.db = hall.getBean(JdbcClient.class);
        this.handlers = mapping.getHandlerMethods();
    }

    /** An owner with a Wi-Fi, a cart, a colleague and a bill. */
    @BeforeAll
    void open() {
        Shopkeeper li = street.opened("Owner");
        owner = Optional.of(li);
        stranger = Optional.of(street.opened("Stranger"));
        String wifi = world.offering(
                "order-new-service",
                List.of(
                        new Characteristic("venueName", "场所", "Venue", Characteristic.Type.TEXT, true, List.of()),
                        new Characteristic("ssid", "名称", "SSID", Characteristic.Type.TEXT, true, List.of())),
                0,
                9_900,
                "wlan.venue",
                "wlan.ssid",
                "wlan.profile",
                "wlan.page");
        Buyer.Firm firm = new Buyer.Firm(li.company(), Optional.empty());
        Map<String, String> answers = Map.of("venueName", "Owner's", "ssid", "OwnersOwn");
        order = world.placed(firm, Wish.add(wifi, 1, answers)).id();
        Eventually.holds("it is done", () -> now().state().isEnd());
        product = now().items().getFirst().product().orElseThrow();
        Placement begun = carts.begin(world.placing(firm, world.channel("web-hall"), Wish.add(wifi, 1, answers)));
        Order draft = ((Placement.Placed) begun).order();
        cart = draft.id();
        item = draft.items().getFirst().id();
        colleague = user(li.company(), "owner.zhang", UserLogin.Role.MEMBER);
        bill = billed(li.company());
    }

    @Test
    void findsNothingOfAnotherCompany() {
        List<Page> foreign = pages().filter(page -> page.pattern().contains("{"))
                .filter(page -> !page.pattern().equals(MINE))
                .toList();
        assertThat(foreign).hasSizeGreaterThan(25);
        for (Page page : foreign) {
            stranger.orElseThrow().browser().get("/enterprise/home");
            assertThat(ask(stranger.orElseThrow().browser(), page).statusCode())
                    .as(page.toString())
                    .isEqualTo(404);
        }
        assertThat(now().state().isEnd()).isTrue();
    }

    /** The same addresses lead the owner somewhere, so that the test above asks for things that are there. */
    @Test
    void findsWhatIsHisOwn() {
        Set<String> wrong = new TreeSet<>();
        pages().filter(page ->
                        page.method() == RequestMethod.GET && page.pattern().contains("{"))
                .filter(page -> !page.pattern().equals(MINE))
                .forEach(page -> {
                    int status = ask(owner.orElseThrow().browser(), page).statusCode();
                    if (status != 200 && status != 302) {
                        wrong.add(page + " " + status);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void turnsAwayWhoLacksTheRole() {
        for (UserLogin.Role role : UserLogin.Role.values()) {
            String login = "only." + role.name().toLowerCase(Locale.ROOT);
            user(owner.orElseThrow().company(), login, role);
            ConsoleBrowser browser = street.signedIn(login, Street.PASSWORD);
            List<Page> shut = pages().filter(page -> page.asks().value().length > 0
                            && !List.of(page.asks().value()).contains(role))
                    .toList();
            for (Page page : shut) {
                browser.get("/enterprise/home");
                assertThat(ask(browser, page).statusCode())
                        .as(role + " " + page)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void leadsAStrangerToTheSignIn() {
        ConsoleBrowser nobody = new ConsoleBrowser(port());
        pages().filter(page -> page.method() == RequestMethod.GET)
                .forEach(page -> assertThat(ConsoleBrowser.location(ask(nobody, page)))
                        .as(page.toString())
                        .isEqualTo("/enterprise/sign-in"));
    }

    @Test
    void saysOfEveryPageWhoComesIn() {
        assertThat(methods()
                        .filter(method -> !method.hasMethodAnnotation(Asks.class)
                                && !method.hasMethodAnnotation(ForVisitors.class)))
                .isEmpty();
    }

    private Stream<HandlerMethod> methods() {
        return handlers.values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("org.omnihall.hall.enterprise"));
    }

    private Stream<Page> pages() {
        return handlers.entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Asks.class))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .map(pattern -> new Page(
                                entry.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next(),
                                pattern,
                                Objects.requireNonNull(entry.getValue().getMethodAnnotation(Asks.class)))));
    }

    private HttpResponse<String> ask(ConsoleBrowser browser, Page page) {
        String path = page.pattern();
        path = path.replace("{id}", Long.toString(id(path)))
                .replace("{item}", Long.toString(item))
                .replace("{code}", "none");
        if (page.method() == RequestMethod.GET) {
            return browser.get(path);
        }
        return path.endsWith("/logo")
                ? browser.upload(path, "a.png", "x")
                : browser.post(
                        path, "role", "ADMIN", "cashier", "x", "version", "1", "old", "x", "fresh", "x", "again", "x");
    }

    private long id(String path) {
        return Map.of("carts", cart, "orders", order, "company", colleague, "bills", bill)
                .getOrDefault(path.split("/", -1)[2], product);
    }

    /** A bill of an account of the owner. */
    private long billed(long company) {
        long account = accounts.of(PartyRef.company(company)).getFirst().id();
        return db.sql("""
                        insert into ordering.bill (area_path, account_id, company_id, month, from_day, to_day, due_day, from_at, to_at,
                            due_at, total_fen, source, state, made_at, changed_at)
                        values ('/', :account, :company, '2026-01-01', '2026-01-01', '2026-02-01', '2026-02-20', :at, :at, :at, 9900,
                            'OWN', 'ISSUED', :at, :at) returning id""")
                .param("account", account)
                .param("company", company)
                .param("at", OffsetDateTime.parse("2026-02-01T00:00:00Z"))
                .query(Long.class)
                .single();
    }

    private long user(long company, String login, UserLogin.Role role) {
        UserLogins.Draft draft = new UserLogins.Draft(company, login, login, new Msisdn("13857190160"), Set.of(role));
        assertThat(logins.register(draft, Street.PASSWORD, "LI")).isNotNull();
        return logins.byLogin(login).orElseThrow().id();
    }

    private int port() {
        return street.port();
    }

    private Order now() {
        return orders.find(order).orElseThrow();
    }
}
