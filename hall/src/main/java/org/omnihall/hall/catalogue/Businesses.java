package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.catalogue.BusinessChange.Done;
import org.omnihall.hall.catalogue.BusinessChange.Reason;
import org.omnihall.hall.catalogue.BusinessChange.Refused;
import org.omnihall.hall.database.Snapshot;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The businesses that channels carry, with their types and complexity (requirements B15, B20). There are some dozens, kept in memory; a
 * change is seen on this node when it is done, on others within two seconds.
 */
@Component
public class Businesses {

    private final BusinessTable table;
    private final AuditTrail audit;
    private final Snapshot<Classification> known;

    Businesses(BusinessTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
        this.known = new Snapshot<>(table::version, table::read);
    }

    public Optional<Business> find(String code) {
        return known.value().find(code);
    }

    /** All businesses in the order of their codes. */
    public List<Business> all() {
        return known.value().businesses();
    }

    /** By which scores types are told apart today. */
    public Thresholds thresholds() {
        return known.value().thresholds();
    }

    /** How complexity is computed today. */
    public ComplexityRule complexity() {
        return known.value().complexity();
    }

    PermissionTable permissions() {
        return known.value().permissions();
    }

    /** Adds a business; its type and complexity are computed, not taken. */
    @Transactional
    public BusinessChange add(Business business, String actor) {
        return begin().find(business.code()).isPresent()
                ? new Refused(Reason.CODE_TAKEN)
                : put(business, "business.add", actor);
    }

    /** Changes a business; its type and complexity are computed, not taken. */
    @Transactional
    public BusinessChange change(Business business, String actor) {
        return begin().find(business.code()).isEmpty()
                ? new Refused(Reason.UNKNOWN)
                : put(business, "business.change", actor);
    }

    /** Removes a business that no offering needs. */
    @Transactional
    public BusinessChange remove(String code, String actor) {
        Optional<Business> before = begin().find(code);
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (table.isOffered(code)) {
            return new Refused(Reason.IN_USE);
        }
        table.remove(code);
        audit.record(actor, "business.remove", "business:" + code, before.get().name());
        return new Done();
    }

    /** Moves the borders between the types, which may give any business another type. */
    @Transactional
    public BusinessChange classify(Thresholds thresholds, String actor) {
        Thresholds before = begin().thresholds();
        table.write(thresholds);
        audit.record(actor, "business.classify", "business-types", before + " -> " + thresholds);
        return new Done();
    }

    /** Changes how complexity is computed. */
    @Transactional
    public BusinessChange weigh(ComplexityRule rule, String actor) {
        if (rule.mediumFrom() < 1 || rule.mediumFrom() >= rule.highFrom()) {
            return new Refused(Reason.BAD_THRESHOLDS);
        }
        ComplexityRule before = begin().complexity();
        table.write(rule);
        audit.record(actor, "business.weigh", "business-types", before + " -> " + rule);
        return new Done();
    }

    /** Changes one field of the table of permissions. */
    @Transactional
    public BusinessChange steer(Permission permission, String actor) {
        PermissionTable before = begin().permissions();
        Optional<Reason> reason = before.refuses(permission);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        table.write(permission);
        String was = before.of(permission.type(), permission.channelClass())
                .steering()
                .name();
        audit.record(
                actor,
                "business.steer",
                "permission:" + permission.type() + "/" + permission.channelClass(),
                was + " -> " + permission.steering());
        return new Done();
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        known.refresh();
    }

    /** What is known now, held against other changes until the transaction ends. */
    private Classification begin() {
        table.raiseVersion();
        known.changed();
        return table.read();
    }

    private BusinessChange put(Business business, String act, String actor) {
        table.write(business);
        audit.record(
                actor,
                act,
                "business:" + business.code(),
                business.name() + " value=" + business.value() + " risk=" + business.risk() + " " + business.effort()
                        + (business.standard() ? " standard" : "") + (business.lowContact() ? " low-contact" : ""));
        return new Done();
    }
}
