package org.omnihall.hall.access.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code import accounts}: adds accounts or changes those of the same name; of two lines with one name the later counts. */
@Component
class AccountImport implements ImportKind {

    private static final List<String> COLUMNS = List.of("name", "password", "profile", "valid_until");
    private static final int BATCH = 20_000;

    private final Accounts accounts;
    private final AccountLoad load;
    private final Clock clock;

    AccountImport(Accounts accounts, AccountLoad load, Clock clock) {
        this.accounts = accounts;
        this.load = load;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.ACCOUNT_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return new File(accounts.form());
    }

    private final class File implements Loading {

        private final AccountForm form;
        private final List<AccountForm.Wanted> batch = new ArrayList<>(BATCH);

        File(AccountForm form) {
            this.form = form;
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            for (Line line : lines) {
                switch (form.read(LineFaults.draft(COLUMNS, line), false)) {
                    case Change.Done<AccountForm.Wanted> done -> batch.add(done.value());
                    case Change.Refused<AccountForm.Wanted> refused ->
                        faults.addAll(LineFaults.of(line, refused.problems()));
                }
            }
            if (batch.size() >= BATCH) {
                write();
            }
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            write();
            return List.of();
        }

        private void write() {
            if (!batch.isEmpty()) {
                load.load(batch, clock.instant());
                batch.clear();
            }
        }
    }
}
