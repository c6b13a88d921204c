package org.omnihall.hall.enterprise;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A street of companies that come to the enterprise hall, and a look behind it. */
public final class Street {

    public static final String PASSWORD = "tea Leaves 77 in the pot";

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final ApplicationContext hall;
    private final int port;

    public Street(ApplicationContext hall, int port) {
        this.hall = hall;
        this.port = port;
    }

    /** A company's administrator in his browser. */
    public record Shopkeeper(ConsoleBrowser browser, String login, String phone, long company) {}

    /** Signs a company up, as its administrator does it. */
    public Shopkeeper opened(String company) {
        int number = NEXT.incrementAndGet();
        String phone = phone(number);
        String login = "li.%d".formatted(number);
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get("/enterprise/sign-up?lang=en");
        browser.post("/enterprise/sign-up", "phone", phone);
        browser.get("/enterprise/sign-up/company");
        browser.post("/enterprise/sign-up/company", form(company, registration(number), login, code(phone)));
        browser.get("/enterprise/home");
        long id = db().sql("select company_id from party.user_login where login = ?")
                .param(login)
                .query(Long.class)
                .single();
        return new Shopkeeper(browser, login, phone, id);
    }

    /** A number that nobody else has, by the number of the company. */
    public static String phone(int number) {
        return "1385719%04d".formatted(2000 + number);
    }

    /** The next number of a company. */
    public static int next() {
        return NEXT.incrementAndGet();
    }

    /** A browser in which somebody is signed in. */
    public ConsoleBrowser signedIn(String login, String password) {
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get("/enterprise/sign-in?lang=en");
        browser.post("/enterprise/sign-in", "login", login, "password", password);
        browser.get("/enterprise/home");
        return browser;
    }

    /** What is typed at the sign-up, names and values in turn. */
    public String[] form(String company, String registration, String login, String code) {
        return new String[] {
            "code",
            code,
            "company",
            company,
            "registration",
            registration,
            "industry",
            "HOSPITALITY",
            "size",
            "MICRO",
            "area",
            area(),
            "name",
            "Li",
            "login",
            login,
            "password",
            PASSWORD,
            "again",
            PASSWORD,
            "terms",
            "true",
            "offers",
            "true"
        };
    }

    /** A unified social credit code of a company that nobody else is. */
    public static String registration(int number) {
        String seventeen = "91330100MA2H%05d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += SIGNS.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + SIGNS.charAt((31 - sum % 31) % 31);
    }

    /** The digits that were sent to a phone last. */
    public String code(String phone) {
        Vault vault = hall.getBean(Vault.class);
        Octets key = vault.mac("enterprise.code", Octets.ofText("number " + phone));
        return db().sql(
                        "select errand::text, sealed from enterprise.phone_code where number_key = ? order by sent_at desc limit 1")
                .param(key.toBytes())
                .query((row, number) -> vault.open(
                                "enterprise.code",
                                Octets.of(row.getBytes("sealed")),
                                Octets.ofText(row.getString("errand")).plus(key))
                        .toText())
                .optional()
                .orElse("");
    }

    /** The first Area that can be chosen. */
    public String area() {
        return hall.getBean(Areas.class).all().stream()
                .map(Area::path)
                .filter(path -> path.length() > 1)
                .findFirst()
                .orElse("/");
    }

    /** What stands in a page between two texts. */
    public static Optional<String> between(String page, String before, String after) {
        int from = page.indexOf(before);
        int to = from < 0 ? -1 : page.indexOf(after, from + before.length());
        return to < 0 ? Optional.empty() : Optional.of(page.substring(from + before.length(), to));
    }

    public int port() {
        return port;
    }

    private JdbcClient db() {
        return hall.getBean(JdbcClient.class);
    }
}
