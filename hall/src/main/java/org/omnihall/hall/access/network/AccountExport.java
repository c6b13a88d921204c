package org.omnihall.hall.access.network;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export accounts}: network accounts without their secrets, read page by page. */
@Component
class AccountExport implements ExportKind {

    private static final int PAGE = 5_000;

    private final Accounts accounts;

    AccountExport(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "area", "profile", "valid_until", "methods", "standing");
    }

    @Override
    public Right right() {
        return Right.NETWORK_SEE;
    }

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        Accounts.Filter filter = new Accounts.Filter(areaPath, "", "", "");
        String after = "";
        List<Accounts.Row> page;
        do {
            page = accounts.list(filter, after, PAGE);
            for (Accounts.Row account : page) {
                row.accept(cells(account));
                after = account.name();
            }
        } while (page.size() == PAGE);
    }

    private static List<String> cells(Accounts.Row account) {
        return List.of(
                account.name(),
                account.areaPath(),
                account.profile(),
                account.validUntil().map(Instant::toString).orElse(""),
                account.methods().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                account.standing().name());
    }
}
