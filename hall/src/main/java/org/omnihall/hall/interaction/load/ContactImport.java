package org.omnihall.hall.interaction.load;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactMonths;
import org.omnihall.hall.interaction.ContactStage;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code import contacts}: what happened before this hall, or outside of it, added to the log (requirement B21). A contact whose id was
 * imported before, of the same month, is known and left as it is. Nobody is told of contacts of the past.
 */
@Component
class ContactImport implements ImportKind {

    private final ContactLine reader;
    private final ContactStage stage;
    private final ContactMonths months;
    private final Subscribers subscribers;
    private final TransactionTemplate apart;

    ContactImport(
            ContactLine reader,
            ContactStage stage,
            ContactMonths months,
            Subscribers subscribers,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.stage = stage;
        this.months = months;
        this.subscribers = subscribers;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<String> columns() {
        return ContactLine.COLUMNS;
    }

    @Override
    public Right right() {
        return Right.CUSTOMER_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        stage.open();
        return new Load();
    }

    /**
     * A partition cannot be made while the transaction that is to fill it has touched the log, and must not be held by it from everybody who
     * reads. So lines are staged first, then the months are made, each in its own short transaction, then the log is filled.
     */
    private final class Load implements Loading {

        private final TreeSet<YearMonth> touched = new TreeSet<>();

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            List<ContactLine.Read> read = new ArrayList<>();
            for (Line line : lines) {
                Typed in = new Typed(line.named(ContactLine.COLUMNS));
                reader.read(in).ifPresent(read::add);
                faults.addAll(line.faults(in.faults()));
            }
            if (faults.isEmpty()) {
                stage.add(known(read));
                read.forEach(
                        one -> touched.add(YearMonth.from(one.contact().at().atOffset(ZoneOffset.UTC))));
            }
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            touched.forEach(month -> apart.executeWithoutResult(status -> months.prepare(month)));
            stage.fill();
            return List.of();
        }
    }

    private List<Contact> known(List<ContactLine.Read> read) {
        Map<Msisdn, Long> ids = subscribers.idsOf(
                read.stream().flatMap(one -> one.number().stream()).toList());
        return read.stream()
                .map(one -> one.number()
                        .map(number -> one.contact()
                                .with(new Contact.Whom(
                                        Optional.ofNullable(ids.get(number)),
                                        one.contact().whom().company(),
                                        Optional.empty())))
                        .orElse(one.contact()))
                .toList();
    }
}
