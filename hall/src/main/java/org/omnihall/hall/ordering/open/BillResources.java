package org.omnihall.hall.ordering.open;

import java.util.Map;
import java.util.Set;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.openapi.Relation;
import org.omnihall.hall.openapi.Writing;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bills and what stands on them as TM Forum tells of them (TMF678), each over its view. */
@Configuration(proxyBeanMethods = false)
class BillResources {

    private static final Api API = new Api("customerBillManagement", "v4");

    @Bean
    static OpenResource customerBill() {
        return new OpenResource(
                API,
                new ResourceType(
                        "customerBill",
                        Map.of(
                                "state", Kind.TEXT,
                                "billNo", Kind.TEXT,
                                "runType", Kind.TEXT,
                                "billingAccount.id", Kind.TEXT,
                                "relatedParty.id", Kind.TEXT,
                                "billDate", Kind.MOMENT,
                                "lastUpdate", Kind.MOMENT,
                                "paymentDueDate", Kind.MOMENT,
                                "amountDue.value", Kind.NUMBER),
                        Set.of(
                                "billNo",
                                "billDate",
                                "lastUpdate",
                                "billingPeriod",
                                "paymentDueDate",
                                "category",
                                "runType",
                                "state",
                                "amountDue",
                                "remainingAmount",
                                "taxIncludedAmount",
                                "billDocument",
                                "billingAccount",
                                "relatedParty"),
                        Set.of()),
                Relation.of("ordering.customer_bill_resource", Map.of()),
                Writing.NONE,
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }

    /** Lines of bills, and with {@code isBilled=false} those of the periods that run. */
    @Bean
    static OpenResource appliedCustomerBillingRate() {
        return new OpenResource(
                API,
                new ResourceType(
                        "appliedCustomerBillingRate",
                        Map.of(
                                "isBilled", Kind.BOOLEAN,
                                "type", Kind.TEXT,
                                "name", Kind.TEXT,
                                "bill.id", Kind.TEXT,
                                "billingAccount.id", Kind.TEXT,
                                "product.id", Kind.TEXT,
                                "date", Kind.MOMENT,
                                "taxIncludedAmount.value", Kind.NUMBER),
                        Set.of(
                                "name",
                                "description",
                                "date",
                                "type",
                                "isBilled",
                                "bill",
                                "billingAccount",
                                "product",
                                "periodCoverage",
                                "characteristic",
                                "taxIncludedAmount"),
                        Set.of()),
                Relation.of("ordering.billing_rate_resource", Map.of()),
                Writing.NONE,
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }
}
