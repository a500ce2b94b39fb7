/// What every module and every extension must keep; each module inherits these tests with an empty class.
package luthier.contract;
