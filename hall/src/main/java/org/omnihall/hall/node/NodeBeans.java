package org.omnihall.hall.node;

import java.io.IOException;
import java.time.Clock;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.node.admin.AdminSocket;
import org.omnihall.hall.node.admin.Commands;
import org.omnihall.hall.node.tls.CertificateFiles;
import org.omnihall.hall.node.tls.CertificateWatch;
import org.omnihall.hall.node.tls.OwnAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The node's directory, certificate, web listeners and administration. */
@Configuration(proxyBeanMethods = false)
class NodeBeans {

    @Bean(destroyMethod = "close")
    Home home(NodeSettings settings) {
        Home home = Home.take(settings.home());
        FreePorts.require(settings);
        return home;
    }

    @Bean
    CertificateFiles certificateFiles(TlsSettings tls, NodeSettings settings, Home home, Clock clock) {
        return tls.files()
                .orElseGet(() -> new OwnAuthority(home.resolve("tls"), clock).certificateFor(settings.publicHost()));
    }

    @Bean
    ServerCertificate serverCertificate(CertificateFiles files) {
        return new ServerCertificate(files.certificate(), files.key());
    }

    @Bean
    WebListeners webListeners(NodeSettings settings, CertificateFiles certificate) {
        return new WebListeners(settings, certificate);
    }

    @Bean
    WebOrigins webOrigins(WebListeners listeners) {
        return listeners.origins();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CertificateWatch certificateWatch(CertificateFiles certificate, WebListeners listeners) {
        return new CertificateWatch(certificate, listeners::reloadCertificate);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    AdminSocket adminSocket(Home home, ObjectProvider<Command> commands, AuditTrail audit) throws IOException {
        return new AdminSocket(home.resolve("omnihall.sock"), new Commands(commands.stream(), audit));
    }

    @Bean
    FilterRegistrationBean<OriginFilter> originFilter(WebOrigins origins) {
        FilterRegistrationBean<OriginFilter> registration = new FilterRegistrationBean<>(new OriginFilter(origins));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
