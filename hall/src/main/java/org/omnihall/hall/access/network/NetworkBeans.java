package org.omnihall.hall.access.network;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the network's questions over the node's newest map. */
@Configuration(proxyBeanMethods = false)
class NetworkBeans {

    @Bean
    AccessControllers accessControllers(NetworkState state, ControllerRegistry registry) {
        return new AccessControllers(() -> state.map().controllers(), registry::latch);
    }

    @Bean
    Places places(NetworkState state) {
        return new Places(state::map, state::accessPoint);
    }

    @Bean
    Figures figures(NetworkState state) {
        return new Figures(state::map);
    }
}
