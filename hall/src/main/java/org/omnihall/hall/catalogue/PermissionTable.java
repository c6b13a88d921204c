package org.omnihall.hall.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.catalogue.BusinessChange.Reason;
import org.omnihall.hall.channel.ChannelClass;

/** The table of types and classes, whole: one permission for each pair (requirement B16). */
record PermissionTable(List<Permission> permissions) {

    PermissionTable {
        permissions = List.copyOf(permissions);
    }

    Permission of(BusinessType type, ChannelClass channelClass) {
        return permissions.stream()
                .filter(one -> one.type() == type && one.channelClass() == channelClass)
                .findFirst()
                .orElse(new Permission(type, channelClass, Steering.NO));
    }

    /** The table with one field changed. */
    PermissionTable with(Permission changed) {
        List<Permission> all = new ArrayList<>(permissions);
        all.removeIf(one -> one.type() == changed.type() && one.channelClass() == changed.channelClass());
        all.add(changed);
        return new PermissionTable(all);
    }

    /** Why the table cannot become so by this change. */
    Optional<Reason> refuses(Permission changed) {
        if (changed.steering().completes() && !changed.mayComplete()) {
            return Optional.of(Reason.SENSITIVE_OUTSIDE_OWN_STORE);
        }
        PermissionTable next = with(changed);
        List<Permission> completing = Arrays.stream(ChannelClass.values())
                .map(one -> next.of(changed.type(), one))
                .filter(Permission::mayComplete)
                .toList();
        if (completing.isEmpty()) {
            return Optional.of(Reason.NOBODY_COMPLETES);
        }
        boolean only = completing.stream().anyMatch(one -> one.steering() == Steering.ONLY);
        return only && completing.size() > 1 ? Optional.of(Reason.ONLY_IS_NOT_ALONE) : Optional.empty();
    }
}
