package org.omnihall.hall.catalogue;

/** An offering in one line, for the audit trail. */
final class OfferingWords {

    private OfferingWords() {}

    static String of(ProductOffering offering) {
        return offering.texts().name() + " " + offering.family() + " " + offering.business() + " for "
                + offering.buyers().stream().sorted().toList() + " trial="
                + offering.trialDays().map(days -> days + "d").orElse("none") + " quantity=" + offering.least() + "-"
                + offering.most() + " plan=" + offering.fulfilment() + " parts=" + offering.bundle() + " asked="
                + offering.asked().stream().map(Characteristic::code).toList();
    }
}
