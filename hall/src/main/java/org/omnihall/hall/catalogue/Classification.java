package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Optional;

/** All that is known of business: how it is classified, what there is, and who may complete it. */
record Classification(
        Thresholds thresholds, ComplexityRule complexity, List<Business> businesses, PermissionTable permissions) {

    Classification {
        businesses = List.copyOf(businesses);
    }

    Optional<Business> find(String code) {
        return businesses.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
