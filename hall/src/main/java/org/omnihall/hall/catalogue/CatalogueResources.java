package org.omnihall.hall.catalogue;

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

/** Offerings, their prices and their families as programs read them (TMF620 v4.1). */
@Configuration
class CatalogueResources {

    private static final Api API = new Api("productCatalogManagement", "v4");

    static final OpenResource OFFERING = resource(
            new ResourceType(
                    "productOffering",
                    Map.of(
                            "name", Kind.TEXT,
                            "lifecycleStatus", Kind.TEXT,
                            "isBundle", Kind.BOOLEAN,
                            "isSellable", Kind.BOOLEAN,
                            "lastUpdate", Kind.MOMENT,
                            "category.id", Kind.TEXT,
                            "marketSegment.id", Kind.TEXT,
                            "bundledProductOffering.id", Kind.TEXT,
                            "productOfferingPrice.id", Kind.TEXT),
                    Set.of(
                            "name",
                            "description",
                            "isBundle",
                            "isSellable",
                            "lifecycleStatus",
                            "statusReason",
                            "lastUpdate",
                            "version",
                            "category",
                            "marketSegment",
                            "bundledProductOffering",
                            "prodSpecCharValueUse",
                            "productOfferingPrice",
                            "productOfferingTerm",
                            "productOfferingRelationship"),
                    Set.of("lastUpdate")),
            new Relation(
                    "catalogue.product_offering_resource",
                    Relation.Key.TEXT,
                    Map.of(
                            "name", "name",
                            "lifecycleStatus", "status",
                            "isBundle", "bundle",
                            "isSellable", "sellable",
                            "lastUpdate", "changed_at",
                            "category.id", "family"),
                    "id collate \"C\""));

    static final OpenResource PRICE = resource(
            new ResourceType(
                    "productOfferingPrice",
                    Map.of(
                            "name", Kind.TEXT,
                            "priceType", Kind.TEXT,
                            "price.value", Kind.NUMBER,
                            "lastUpdate", Kind.MOMENT,
                            "validFor.startDateTime", Kind.MOMENT,
                            "validFor.endDateTime", Kind.MOMENT),
                    Set.of(
                            "name",
                            "priceType",
                            "recurringChargePeriodType",
                            "recurringChargePeriodLength",
                            "price",
                            "unitOfMeasure",
                            "lifecycleStatus",
                            "lastUpdate",
                            "validFor"),
                    Set.of("lastUpdate")),
            Relation.of(
                    "catalogue.product_offering_price_resource",
                    Map.of("priceType", "type", "lastUpdate", "valid_from", "validFor.startDateTime", "valid_from")));

    static final OpenResource CATEGORY = resource(
            new ResourceType(
                    "category",
                    Map.of(
                            "name",
                            Kind.TEXT,
                            "isRoot",
                            Kind.BOOLEAN,
                            "lifecycleStatus",
                            Kind.TEXT,
                            "lastUpdate",
                            Kind.MOMENT),
                    Set.of("name", "description", "isRoot", "lifecycleStatus", "version", "lastUpdate"),
                    Set.of("lastUpdate")),
            new Relation("catalogue.category_resource", Relation.Key.TEXT, Map.of("name", "name"), "id collate \"C\""));

    @Bean
    static OpenResource productOffering() {
        return OFFERING;
    }

    @Bean
    static OpenResource productOfferingPrice() {
        return PRICE;
    }

    @Bean
    static OpenResource category() {
        return CATEGORY;
    }

    private static OpenResource resource(ResourceType type, Relation relation) {
        return new OpenResource(
                API, type, relation.forAll(), Writing.NONE, Right.CATALOGUE_SEE, Right.CATALOGUE_CHANGE);
    }
}
