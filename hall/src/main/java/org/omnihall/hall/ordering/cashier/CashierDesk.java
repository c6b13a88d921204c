package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.PaymentAttempt;
import org.omnihall.hall.ordering.Refusal;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.hall.vault.Vault;
import org.springframework.stereotype.Component;

/** Begins payments, and knows which adapter speaks for which cashier. */
@Component
class CashierDesk implements Cashiers {

    /** Under this path we draw what a phone scans; numbers of attempts cannot be guessed. */
    static final String PAGE = "/pay/scan/";

    static final String CALLBACK = "/pay/callback/";

    private final TillBook tills;
    private final AttemptTable table;
    private final PaymentAttempts attempts;
    private final Orders orders;
    private final Around around;
    private final Map<CashierKind, Cashier> cashiers = new EnumMap<>(CashierKind.class);

    CashierDesk(TillBook tills, AttemptTable table, PaymentAttempts attempts, Orders orders, Around around) {
        this.tills = tills;
        this.table = table;
        this.attempts = attempts;
        this.orders = orders;
        this.around = around;
        around.adapters().forEach(one -> cashiers.put(one.kind(), one));
    }

    /** What beginning needs besides its tables. */
    @Component
    record Around(
            List<Cashier> adapters, CashierSettings settings, ShellSettings shell, WebOrigins web, Secrets secrets) {}

    /** Numbers that nobody guesses, and the time. */
    @Component
    record Secrets(Vault vault, Clock clock) {

        String number() {
            return "OH" + vault.random(13).toHex();
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    @Override
    public List<OpenCashier> open() {
        return tills.all().stream()
                .filter(Till::open)
                .map(till -> new OpenCashier(till.code(), till.kind()))
                .toList();
    }

    @Override
    public Beginning begin(long order, String cashier, URI comeBack, By by) {
        Optional<Refusal> refusal = orders.refusesPayment(order, Payment.Method.CASHIER, by);
        if (refusal.isPresent()) {
            return new Beginning.Refused(refusal.get());
        }
        Optional<Till> open = tills.find(cashier).filter(Till::open);
        if (open.isEmpty()) {
            return new Beginning.Refused(Refusal.CASHIER_UNKNOWN);
        }
        long fen = orders.find(order).orElseThrow().dueNowFen();
        return table.running(order, cashier, fen, around.secrets().now())
                .<Beginning>map(running -> new Beginning.Begun(page(running.number(), URI.create(running.page()))))
                .orElseGet(() -> begin(order, open.get(), charge(order, fen, open.get(), comeBack), by));
    }

    private Beginning begin(long order, Till till, Charge charge, By by) {
        attempts.begin(charge, order, till, by);
        try {
            URI page = adapter(till).open(till, charge);
            table.putPage(charge.number(), page);
            return new Beginning.Begun(page(charge.number(), page));
        } catch (CashierSilent silent) {
            table.find(charge.number())
                    .ifPresent(
                            begun -> attempts.end(begun, PaymentAttempt.State.FAILED, "SILENT " + silent.getMessage()));
            return new Beginning.Refused(Refusal.CASHIER_SILENT);
        }
    }

    private Charge charge(long order, long fen, Till till, URI comeBack) {
        String operator = around.shell().operatorName();
        return new Charge(
                around.secrets().number(),
                fen,
                (operator.isEmpty() ? "" : operator + " ") + "订单 " + order,
                callback(till.code()),
                comeBack,
                around.secrets().now().plus(around.settings().life()));
    }

    /** Where a cashier of this code tells what was paid. */
    URI callback(String code) {
        return URI.create(address() + CALLBACK + code);
    }

    private String address() {
        return around.settings().address().isEmpty()
                ? around.web().consoleTls().toString()
                : around.settings().address();
    }

    /** A browser opens pages of the web; what only a phone can open is drawn by us. */
    private static URI page(String number, URI page) {
        return page.getScheme().startsWith("http") ? page : URI.create(PAGE + number);
    }

    @Override
    public Optional<PaymentAttempt> attempt(long order) {
        List<PaymentAttempt> all = table.of(order);
        return all.stream()
                .filter(one -> one.state() == PaymentAttempt.State.PAID)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public List<PaymentAttempt> attempts(long order) {
        return table.of(order);
    }

    Cashier adapter(Till till) {
        return Objects.requireNonNull(cashiers.get(till.kind()));
    }
}
