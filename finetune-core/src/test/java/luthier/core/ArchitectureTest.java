package luthier.core;

import luthier.contract.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("luthier.core");
    }
}
