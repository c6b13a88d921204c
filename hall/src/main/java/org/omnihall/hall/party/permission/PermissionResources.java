package org.omnihall.hall.party.permission;

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

/**
 * The resources of TMF672, to be read: a member of the staff gets a one-time password in a person's hand, and what he may do is given by a
 * person who is known, so that no token can widen its own rights.
 */
@Configuration(proxyBeanMethods = false)
class PermissionResources {

    private static final Api API = new Api("userrolepermission", "v4");

    @Bean
    static OpenResource userRoleResource() {
        return read(
                new ResourceType(
                        "userRole",
                        Map.of(
                                "involvementRole",
                                Kind.TEXT,
                                "entitlement.id",
                                Kind.TEXT,
                                "entitlement.function",
                                Kind.TEXT,
                                "entitlement.action",
                                Kind.TEXT),
                        Set.of("involvementRole", "entitlement"),
                        Set.of()),
                "party.user_role_resource",
                Map.of());
    }

    @Bean
    static OpenResource permissionResource() {
        return read(
                new ResourceType(
                        "permission",
                        Map.of(
                                "user.id",
                                Kind.TEXT,
                                "user.name",
                                Kind.TEXT,
                                "assetUserRole.userRole.id",
                                Kind.TEXT,
                                "assetUserRole.manageableAsset.id",
                                Kind.TEXT,
                                "creationDate",
                                Kind.MOMENT),
                        Set.of("description", "creationDate", "validFor", "user", "assetUserRole"),
                        Set.of()),
                "party.permission_resource",
                Map.of("user.id", "id"));
    }

    private static OpenResource read(ResourceType type, String view, Map<String, String> columns) {
        return new OpenResource(
                API,
                type,
                new Relation(view, Relation.Key.TEXT, columns, "id collate \"C\""),
                Writing.NONE,
                Right.STAFF_CHANGE,
                Right.STAFF_CHANGE);
    }
}
