package org.omnihall.hall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test inside the whole started hall: real PostgreSQL with a database of its own, real listeners on ports that the system chose. Beans
 * come into the constructor by {@code @Autowired}. For one module only, put {@code @ApplicationModuleTest} and
 * {@code @ContextConfiguration(initializers = HallEnvironment.class)} on the test instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Omnihall.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = HallEnvironment.class)
public @interface HallTest {}
