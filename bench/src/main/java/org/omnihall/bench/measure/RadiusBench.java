package org.omnihall.bench.measure;

import static org.omnihall.radius.AttributeTypes.ACCT_SESSION_ID;
import static org.omnihall.radius.AttributeTypes.ACCT_STATUS_TYPE;
import static org.omnihall.radius.AttributeTypes.CALLING_STATION_ID;
import static org.omnihall.radius.AttributeTypes.USER_NAME;
import static org.omnihall.radius.AttributeTypes.USER_PASSWORD;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;

/** Access-Requests (PAP) of network accounts, and accounting: a start and a stop of ever new sessions. */
final class RadiusBench {

    private static final int OUTSTANDING = 64;
    private static final int ACCOUNTS = 500;
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final Duration SPAN = Duration.ofSeconds(20);
    private static final byte[] SOURCE = {127, 0, 0, 58};
    private static final Octets PASSWORD = Octets.ofText("well-kept-7");
    private static final String SECRET = "only-for-the-bench";

    private final SharedSecret secret = SharedSecret.of(SECRET);
    private final RadiusClient client;
    private final InetSocketAddress authentication;
    private final InetSocketAddress accounting;

    private RadiusBench(RadiusClient client, RadiusListeners listeners) {
        this.client = client;
        this.authentication = listeners.authentication().getFirst();
        this.accounting = listeners.accounting().getFirst();
    }

    static void run(RunningHall hall, Figures figures) throws UnknownHostException, InterruptedException {
        InetAddress source = InetAddress.getByAddress(SOURCE);
        register(hall, source);
        try (RadiusClient client = new RadiusClient(source)) {
            RadiusBench bench = new RadiusBench(client, hall.bean(RadiusListeners.class));
            figures.add("requests outstanding", "%d".formatted(OUTSTANDING));
            Load.run(OUTSTANDING, WARM, bench::ask);
            tell(figures, "Access-Request, PAP", Load.run(OUTSTANDING, SPAN, bench::ask));
            Load.run(OUTSTANDING, WARM, number -> bench.account("w", number));
            tell(
                    figures,
                    "accounting, start and stop in turn",
                    Load.run(OUTSTANDING, SPAN, n -> bench.account("m", n)));
        }
    }

    private static void register(RunningHall hall, InetAddress source) {
        done(hall.bean(ControllerRegistry.class)
                .add(Draft.of("name", "bench", "addresses", source.getHostAddress(), "radiusSecret", SECRET), "bench"));
        for (int i = 0; i < ACCOUNTS; i++) {
            done(hall.bean(Accounts.class)
                    .add(Draft.of("name", "bench" + i, "password", PASSWORD.toText(), "methods", "pap"), "bench"));
        }
    }

    private static void done(Change<?> change) {
        if (change instanceof Change.Refused<?> refused) {
            throw new IllegalStateException(refused.problems().toString());
        }
    }

    private boolean ask(int number) {
        int account = number % ACCOUNTS;
        Octets authenticator = client.randomAuthenticator();
        Packet request = Packet.request(Code.ACCESS_REQUEST, authenticator)
                .text(USER_NAME, "bench" + account)
                .text(CALLING_STATION_ID, mac(account))
                .octets(USER_PASSWORD, UserPassword.hide(PASSWORD, authenticator, secret))
                .build();
        return answered(request, authentication, Code.ACCESS_ACCEPT);
    }

    private boolean account(String run, int number) {
        int session = number / (2 * OUTSTANDING) * OUTSTANDING + number % OUTSTANDING;
        boolean start = number / OUTSTANDING % 2 == 0;
        Packet request = Packet.request(Code.ACCOUNTING_REQUEST)
                .text(USER_NAME, "bench" + session % ACCOUNTS)
                .text(ACCT_SESSION_ID, run + session)
                .text(CALLING_STATION_ID, mac(session % ACCOUNTS))
                .integer(ACCT_STATUS_TYPE, start ? 1 : 2)
                .build();
        return answered(request, accounting, Code.ACCOUNTING_RESPONSE);
    }

    private boolean answered(Packet request, InetSocketAddress server, Code good) {
        try {
            return client.send(request, server, secret, Retransmission.USUAL)
                            .join()
                            .code()
                    == good;
        } catch (CompletionException silence) {
            return false;
        }
    }

    private static String mac(int number) {
        return "02-00-5E-00-%02X-%02X".formatted(number >> 8, number & 0xff);
    }

    private static void tell(Figures figures, String what, Load.Result result) {
        figures.add(
                what,
                "%.0f a second; median %.1f ms, 99 of 100 within %.1f ms; %.2f ms of processor time each; %d failed"
                        .formatted(
                                result.perSecond(),
                                result.millis(0.5),
                                result.millis(0.99),
                                result.cpuMillisEach(),
                                result.failed()));
    }
}
