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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of ordering, each over its view. */
@Configuration(proxyBeanMethods = false)
class OrderingResources {

    private static final String OFFERING = "productOffering.id";

    @Bean
    static OpenResource shoppingCart() {
        return new OpenResource(
                new Api("shoppingCart", "v4"),
                new ResourceType(
                        "shoppingCart",
                        Map.of(
                                "relatedParty.id",
                                Kind.TEXT,
                                "cartItem." + OFFERING,
                                Kind.TEXT,
                                "creationDate",
                                Kind.MOMENT,
                                "lastUpdate",
                                Kind.MOMENT),
                        Set.of("relatedParty", "cartItem", "cartTotalPrice", "creationDate", "lastUpdate"),
                        Set.of()),
                Relation.of("ordering.shopping_cart_resource", Map.of()),
                Writing.NONE,
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }

    @Bean
    static OpenResource quote() {
        return new OpenResource(
                new Api("quoteManagement", "v4"),
                new ResourceType(
                        "quote",
                        Map.of(
                                "state",
                                Kind.TEXT,
                                "relatedParty.id",
                                Kind.TEXT,
                                "quoteItem." + OFFERING,
                                Kind.TEXT,
                                "quoteDate",
                                Kind.MOMENT,
                                "validFor.endDateTime",
                                Kind.MOMENT),
                        Set.of("relatedParty", "quoteItem", "quoteTotalPrice", "quoteDate", "validFor", "state"),
                        Set.of()),
                Relation.of("ordering.quote_resource", Map.of()),
                Writing.NONE,
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }

    @Bean
    static OpenResource productOrder(ObjectProvider<PostedOrders> posted) {
        return new OpenResource(
                new Api("productOrderingManagement", "v4"),
                new ResourceType(
                        "productOrder",
                        Map.of(
                                "state",
                                Kind.TEXT,
                                "externalId",
                                Kind.TEXT,
                                "description",
                                Kind.TEXT,
                                "relatedParty.id",
                                Kind.TEXT,
                                "productOrderItem." + OFFERING,
                                Kind.TEXT,
                                "orderDate",
                                Kind.MOMENT,
                                "lastUpdate",
                                Kind.MOMENT),
                        Set.of(
                                "externalId",
                                "description",
                                "note",
                                "relatedParty",
                                "channel",
                                "billingAccount",
                                "productOrderItem",
                                "orderDate",
                                "lastUpdate",
                                "state"),
                        Set.of("orderDate", "state")),
                Relation.of("ordering.product_order_resource", Map.of()),
                Writing.NONE.creating(
                        Set.of("productOrderItem", "relatedParty"),
                        (body, by) -> posted.getObject().place(body, by)),
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }

    @Bean
    static OpenResource product() {
        return new OpenResource(
                new Api("productInventory", "v4"),
                new ResourceType(
                        "product",
                        Map.of(
                                "status",
                                Kind.TEXT,
                                "quantity",
                                Kind.NUMBER,
                                "relatedParty.id",
                                Kind.TEXT,
                                OFFERING,
                                Kind.TEXT,
                                "billingAccount.id",
                                Kind.TEXT,
                                "startDate",
                                Kind.MOMENT),
                        Set.of(
                                "status",
                                "startDate",
                                "terminationDate",
                                "quantity",
                                "billingAccount",
                                "productCharacteristic",
                                "productOffering",
                                "productOrderItem",
                                "productPrice",
                                "relatedParty"),
                        Set.of()),
                Relation.of("ordering.product_resource", Map.of()),
                Writing.NONE,
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }

    @Bean
    static OpenResource payment() {
        return new OpenResource(
                new Api("payment", "v4"),
                new ResourceType(
                        "payment",
                        Map.of(
                                "status", Kind.TEXT,
                                "correlatorId", Kind.TEXT,
                                "account.id", Kind.TEXT,
                                "totalAmount.value", Kind.NUMBER,
                                "paymentDate", Kind.MOMENT),
                        Set.of(
                                "account",
                                "paymentMethod",
                                "paymentItem",
                                "totalAmount",
                                "amount",
                                "paymentDate",
                                "correlatorId",
                                "status",
                                "statusDescription"),
                        Set.of()),
                new Relation("ordering.payment_resource", Relation.Key.TEXT, Map.of(), "id"),
                Writing.NONE,
                Right.ORDER_SEE,
                Right.ORDER_CHANGE);
    }
}
