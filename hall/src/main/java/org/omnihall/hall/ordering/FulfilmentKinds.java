package org.omnihall.hall.ordering;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.FulfilmentSteps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ports that there are, by kind: what the catalogue lets be published is what can be executed (requirement D2). */
@Component
class FulfilmentKinds implements FulfilmentSteps {

    private final ObjectProvider<FulfilmentPort> ports;

    FulfilmentKinds(ObjectProvider<FulfilmentPort> ports) {
        this.ports = ports;
    }

    @Override
    public Set<String> kinds() {
        return ports.stream().map(FulfilmentPort::kind).collect(Collectors.toSet());
    }

    Optional<FulfilmentPort> find(String kind) {
        return ports.stream().filter(port -> port.kind().equals(kind)).findFirst();
    }
}
