package luthier.app;

import luthier.contract.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("luthier.app");
    }
}
